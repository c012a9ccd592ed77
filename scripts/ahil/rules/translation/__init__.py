"""What may be wrong with a translation: one file a family, one function a rule."""
