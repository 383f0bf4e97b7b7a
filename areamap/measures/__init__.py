"""Frames in, frames out: coverage, gaps and budget by area, each with its formula and source."""
