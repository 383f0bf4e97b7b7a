"""Documents for a forum: what a page shows, as a file to take away."""
