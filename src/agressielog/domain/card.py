"""What the maker of the cards and the fast start must agree on; imports nothing, because the fast start has no time.

A card is the answer to `lookup` of one number, prepared when something changed (design 5). It is told as it stands:
in a pipe its text, on a terminal its folded text with the first word and its symbol in colour.
"""

#: Of the wording of a card. Who changes a word that a card can hold raises it, so that every card is made anew.
EDITION = 1
#: In columns; a card is folded for this width, also where a terminal is wider.
WIDTH = 80
#: In place of a number: the card of everybody who is not in the logbook.
NOBODY = ""
#: A number that more callers share than this has no card: a switchboard would have it made anew at every call.
MOST_CALLERS = 20
#: ANSI code of the first word of an answer, with its symbol, by status; "" for none.
COLOURS = {
    "onbekend": "32",
    "anoniem": "",
    "bekend": "30;43",
    "waarschuwing": "30;43",
    "beperking": "97;41",
    "contactverbod": "97;41",
}
