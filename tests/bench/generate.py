"""generate.py FOLDER COUNT: writes a workspace of so many files: plans, task files, notes and an index,
linked as people link them. The same arguments give the same bytes. Prints nothing.

One plan and its tasks and notes make an area of 20 files. One item of the first plan is named in 1,000 places
(fewer where there are fewer task files), and big/plan.md is a plan of 64 KB.
"""
import os
import sys

AREA = 20
PLACES = 1000
SHARED = "Shared Sign-In"

THINGS = ["Parcel Tracking", "Night Deliveries", "Driver Rosters", "Customs Papers", "Returns Desk",
          "Depot Heating", "Label Printing", "Route Planning", "Fuel Cards", "Claims Handling"]
PEOPLE = ["Ilse", "Bashir", "Chiara", "Devon", "Emre", "Farida", "Goran", "Hana", "Ivo", "Juno"]
ROLES = ["Operations", "Backend", "Data", "Support"]
VERBS = ["Draft", "Review", "Measure", "Roll out", "Document", "Test", "Order", "Translate"]
PARTS = ["the form", "the nightly export", "the price list", "the training", "the contract",
         "the handbook page", "the first depot", "the dashboard"]
PROSE = [
    "The depots asked for this in spring, after two weeks in which nobody could say where a parcel was."
    " We keep the old way running beside it until a month has gone by without a complaint.",
    "What was tried before ended with a list of wishes and no numbers, so every step here begins with"
    " a week of counting and ends with the same count again.",
    "Nothing in it is new: three other carriers work like this, and their people were kind enough to"
    " show us the parts that they would do differently today.",
    "Questions go to the weekly meeting; what is decided there is written into the notes of the area."]


def slug(title):
    return "initiative-" + title.lower().replace(" ", "-")


def title_of(area, number):
    return f"{THINGS[number % len(THINGS)]} {area}-{number}"


def person(number):
    return f"{PEOPLE[number % len(PEOPLE)]}{number // len(PEOPLE) or ''} " \
           f"({ROLES[number % len(ROLES)]})"


def initiative(title, number, waits_for=None):
    start = number * 3 % 40 + 1
    text = f"## Initiative: {title}\n" \
           f"- **Timeline:**\n" \
           f"  - Weeks {start}–{start + 2}: prepare and count\n" \
           f"  - Weeks {start + 3}–{start + 6}: try it in one depot\n" \
           f"- **Budget:** ${4 + number % 20}K licences; ${2 + number % 9}K training\n" \
           f"- **Owner:** {person(number)}\n" \
           f"- **Success Criteria:** {60 + number % 35}% of depots use it by week {start + 8}\n" \
           f"- **Blockers & Mitigation:**\n" \
           f"  - The supplier is late → order from two at once\n"
    if waits_for:
        text += f"- **Depends on:** Initiative: {waits_for}\n"
    return text + "\n" + PROSE[number % len(PROSE)] + "\n\n"


def plan(area, items):
    text = f"---\ntitle: Area {area}\nstart: 2026-01-05\n---\n\n# Area {area}\n\n" \
           f"{PROSE[area % len(PROSE)]}\n\n"
    before = None
    for number, title in enumerate(items):
        text += initiative(title, area * 7 + number, before if number % 3 else None)
        before = title
    return text


def tasks(area, number, items, shared):
    text = f"# Tasks of area {area}, part {number}\n\n"
    for i in range(12):
        title = items[(number + i) % len(items)]
        box = "x" if (number + i) % 3 == 0 else " "
        text += f"- [{box}] {VERBS[(number * 5 + i) % len(VERBS)]} " \
                f"{PARTS[(number + i * 3) % len(PARTS)]} for group {i} " \
                f"([{title}](plan.md#{slug(title)}))\n"
        if i % 4 == 0:
            text += f"  - Talk to {person(area + i)} first, see [the notes](notes-{i % 5}.md)\n"
    if shared:
        text += f"- [ ] Move the logins of part {number} " \
                f"([{SHARED}](../area-0000/plan.md#{slug(SHARED)}))\n"
    return text


def notes(area, number):
    text = f"# Notes of area {area}, page {number}\n\n"
    for i in range(6):
        text += f"## Meeting {i + 1}\n\n{PROSE[(area + i) % len(PROSE)]}\n\n" \
                f"See [the plan](plan.md) and [the week before](notes-{(number + 1) % 5}.md#meeting-{i + 1}).\n\n" \
                f"| Depot | Parcels | Lost |\n|---|---|---|\n"
        for row in range(4):
            text += f"| {area}-{row} | {900 + row * 31 + i} | {row} |\n"
        text += "\n```sh\ncount --depot all > week.txt\n```\n\n"
    return text


def big_plan():
    text = "---\ntitle: The long plan\nstart: 2026-01-05\n---\n\n# The long plan\n\n"
    number, before = 0, None
    while len(text.encode()) < 64 * 1024:
        title = f"{THINGS[number % len(THINGS)]} of the long plan {number}"
        text += initiative(title, 500 + number, before if number % 3 else None)
        text += f"### Steps {number}\n"
        for i in range(4):
            text += f"- [ ] {VERBS[i]} {PARTS[(number + i) % len(PARTS)]} ([{title}](#{slug(title)}))\n"
        text += "\n"
        before = title
        number += 1
    return text


def write(folder, path, text):
    full = os.path.join(folder, path)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def generate(folder, count):
    """Gives how many places name the shared item, its own heading not counted."""
    write(folder, ".planls.json", "{}\n")
    write(folder, "big/plan.md", big_plan())
    places, written, area = 0, 1, 0
    while written < count:
        items = [title_of(area, number) for number in range(10)]
        if area == 0:
            items[0] = SHARED
        home = f"area-{area:04}"
        for number in range(min(AREA, count - written)):
            if number == 0:
                write(folder, f"{home}/plan.md", plan(area, items))
            elif number <= 5:
                write(folder, f"{home}/notes-{number - 1}.md", notes(area, number - 1))
            else:
                shared = places < PLACES
                places += shared
                write(folder, f"{home}/tasks-{number}.md", tasks(area, number, items, shared))
            written += 1
        area += 1
    return places


if __name__ == "__main__":
    generate(sys.argv[1], int(sys.argv[2]))
