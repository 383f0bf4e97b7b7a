"""The steps of an import on the page: what is shown at each, and what it writes."""
