"""What marks a file as ours and of which version; apart, because reading needs no schema."""

#: "AGLG" in ASCII: marks an SQLite file as ours.
APPLICATION_ID = 0x41474C47
#: The schema this program writes; kept in `user_version`.
SCHEMA_VERSION = 1
