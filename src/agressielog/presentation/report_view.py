"""The report on one page of eighty columns, which a team lead reads in a minute.

Percentages only of ten or more; a long list ends in one line for the rest, so that the page never grows.
Two blocks stand side by side where there is room.
"""

