"""`agressielog avg`: the rights of callers under the privacy law; each subject in a module of its own."""

import typer

from agressielog.cli import avg_access, avg_erasing, avg_log, avg_requests, avg_retention, avg_rights

app = typer.Typer(help="De rechten van de beller: verzoeken onder de AVG en ons antwoord.")
app.command("inzage")(avg_access.inzage)
app.command("verzoek")(avg_requests.verzoek)
app.command("log")(avg_log.log)
app.command("opschonen")(avg_retention.opschonen)
app.command("vergeet")(avg_erasing.vergeet)
app.command("zienswijze")(avg_rights.zienswijze)
app.command("beperk")(avg_rights.beperk)
app.command("vasthouden")(avg_rights.vasthouden)
