"""Maps and charts for paper and slides, drawn by matplotlib without a browser."""
