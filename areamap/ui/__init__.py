"""The only room that knows Streamlit: loaders, state and links, pickers, the map on the page."""
