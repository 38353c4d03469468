"""This folder holds one file for each variant of a snippet."""
