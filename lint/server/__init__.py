"""The language server: what an editor shows of the verdict while somebody writes.

`texts` is what is open, `verdicts` judges it, `places` knows its lines as editors count them,
`actions` offers changes, and `protocol` alone speaks to the editor.
"""
