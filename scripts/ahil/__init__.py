"""Ahil: training modules in Uzbek, Russian and English, from Markdown to site, print and offline copies."""
