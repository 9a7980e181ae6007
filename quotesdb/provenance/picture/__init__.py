"""The network of a quote, drawn without any outside program: SVG, DOT and Mermaid."""
