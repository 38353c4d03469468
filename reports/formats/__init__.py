"""This folder holds one file for each format of a report."""
