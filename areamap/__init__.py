"""Where Thailand's community organisations stand, tambon by tambon, with honest denominators."""

__version__ = "0.1.0"
