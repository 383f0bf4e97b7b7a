"""Lists of persons and households, counted per area; no person is kept."""
