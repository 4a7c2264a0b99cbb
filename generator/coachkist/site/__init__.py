"""The site: pages planned as pure data, then saved where MkDocs finds them."""
