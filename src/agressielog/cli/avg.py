"""`agressielog avg`: the rights of callers under the privacy law; each subject in a module of its own."""

import typer

from agressielog.cli import avg_erasing, avg_log, avg_requests

app = typer.Typer(help="De rechten van de beller: verzoeken onder de AVG en ons antwoord.")
app.command("verzoek")(avg_requests.verzoek)
app.command("log")(avg_log.log)
app.command("vergeet")(avg_erasing.vergeet)
