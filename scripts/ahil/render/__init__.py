"""Values → text: staged Markdown, tables, forms, print pages, the search index."""
