"""Puts letters about measures into Dutch: u-form, short sentences, facts and dates, no adjectives."""
