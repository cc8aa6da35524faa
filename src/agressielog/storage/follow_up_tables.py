"""The indexes by which the report finds the decisions of a period."""

TABLES: tuple[str, ...] = (
    "CREATE INDEX maatregel_besloten_op ON maatregel(besloten_op)",
    """CREATE INDEX maatregel_bezwaar_ontvangen_op ON maatregel(bezwaar_ontvangen_op)
        WHERE bezwaar_ontvangen_op IS NOT NULL""",
)
