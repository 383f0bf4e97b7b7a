"""Sentences composed from data by our own rules: frames and names in, text in Thai or English out.

A figure never stands without its basis and its day, in the sentence or beside it. What is to be
read first stands between `**`, as `areamap.ui.answer` shows it.
"""
