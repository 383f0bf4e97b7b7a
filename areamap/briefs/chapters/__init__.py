"""What each chapter of a brief says, in words; `contents.content` puts them together."""
