"""Text → values: the only room that knows YAML, Markdown, built HTML and PDF as formats."""
