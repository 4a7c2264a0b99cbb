"""Sheets as spreadsheets and back: criteria, cards and questions, for people who live in a spreadsheet."""
