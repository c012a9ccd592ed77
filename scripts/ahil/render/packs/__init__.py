"""Chapters → the texts of the formats people carry: values in, text out."""
