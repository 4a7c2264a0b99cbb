"""Figures: a `Drawing` becomes SVG. Geometry is worked out in `kinds/`, looks are in `templates/`, colours in the skin.

One file cannot serve everything: a page wants classes (the theme's colours, dark mode, links), Typst and Word want
literal colours and our own font. So each figure is drawn in one of two skins.
"""
