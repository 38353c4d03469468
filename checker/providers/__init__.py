"""This folder holds one file for each video site."""
