"""The written pages built by other engines than MkDocs, and what comes out differently."""
