"""The only code that reads content from disk: YAML → nodes with positions; merge of layers; nodes → models."""
