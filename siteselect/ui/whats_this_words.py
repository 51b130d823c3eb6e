"""What each part of the window and each command is for, in a sentence or two, and where more is."""

from dataclasses import dataclass

from siteselect.language import later


@dataclass(frozen=True, slots=True)
class Told:
    """A text, and the page of the manual that tells more."""

    words: str
    page: str


COMPARE, WEIGH, FIND, MONEY = "tasks/compare", "tasks/weigh", "tasks/find", "tasks/money"
LAW, SCENES, EXPORT = "tasks/law", "tasks/present", "tasks/export"
PROJECTS, OFFERS, START, KEYS = "tasks/projects", "tasks/offers", "index", "keys"

PARTS: dict[str, Told] = {
    "TopBar": Told(later(
        "Project, places of work, scenarios, search, undo, export: what is at hand whatever the "
        "window shows."), START),
    "WorkplaceSwitch": Told(later(
        "Four places for one study: compare sites, find new ones, reckon money, prepare scenes "
        "to present."), START),
    "ScenarioChips": Told(later(
        "Scenarios hold criteria, weights and gates under a name. Click one to rank by it; "
        "F2 renames it."), COMPARE),
    "SearchBox": Told(later(
        "Type a part of a name: sites, places of the map and commands are found. Coordinates "
        "lead there too."), COMPARE),
    "CriteriaPanel": Told(later(
        "What counts in this scenario. Every criterion has a value function, a slider for its "
        "weight, and the share that follows from it."), WEIGH),
    "CriterionRow": Told(later(
        "One criterion. The curve turns its unit into a value from 0 to 1 and opens with F4; "
        "the menu of the row has the rest."), WEIGH),
    "WeightSlider": Told(later(
        "How much this criterion counts. The band shows between which weights the first place "
        "stays the same."), WEIGH),
    "ValueCurve": Told(later(
        "The value function: which amount is worst, which is best, and how value grows between "
        "them. Click it to change it."), WEIGH),
    "MethodBox": Told(later(
        "How values and weights become one score. Each method names its reference, and some have "
        "figures of their own to set."), "methods/index"),
    "GatesBox": Told(later(
        "Bounds that a site must meet. A gate does not trade: what fails it is not ranked, and "
        "says why."), WEIGH),
    "UnknownBox": Told(later(
        "What an unknown figure counts for: the worst, the middle, or nothing. It is never "
        "silently zero."), WEIGH),
    "MapView": Told(later(
        "The region on the chosen day. Pins bear rank and score; arrows move, + and - zoom, Home "
        "shows all. The ranking is the same in words."), COMPARE),
    "SurfaceView": Told(later(
        "The score of every cell of the region under the weights at hand. Hatched land is closed "
        "by a gate or left out."), FIND),
    "Legend": Told(later("What colours, hatches and signs on the map stand for."), COMPARE),
    "LayersCard": Told(later(
        "What the map draws, layer by layer, the region's and yours."), COMPARE),
    "ZoomButtons": Told(later("Nearer, farther, and back to the whole region."), COMPARE),
    "HandTools": Told(later(
        "Measure on the ellipsoid, or pick sites by a rectangle or a loop."), COMPARE),
    "RankingTable": Told(later(
        "All sites in order. The bar of each is cut into what it owes to every criterion; what "
        "fails a gate stands last, with its reason."), COMPARE),
    "SiteCard": Told(later(
        "Why the picked site stands where it stands: four figures, a sentence, and every value "
        "with its source."), COMPARE),
    "Timeline": Told(later(
        "The day on which facts are read. Laws, tariffs and rates are dated: drag along the line "
        "and see what held."), LAW),
    "ChartRow": Told(later(
        "Charts that answer a question each: what is traded off, how firm the ranking is, what "
        "moves the winner."), COMPARE),
    "ChartCard": Told(later(
        "One chart under its question. Its title chooses another, the arrows make it large, and "
        "Ctrl+C copies it."), COMPARE),
    "StatusLine": Told(later(
        "Where the mouse is, the scale, the sources and their age, and how long the last scoring "
        "took."), "data"),
    "JobsButton": Told(later(
        "What runs in the background. Pressed, it lists every job with its progress, the time left "
        "and a button that ends it."), "tasks/comfort"),
    "Segments": Told(later("Shows one of several leaves in the same place."), FIND),
    "FindPanel": Told(later(
        "What land must offer, what is left out, how fine the grid is, and how many places are "
        "wanted how far apart."), FIND),
    "ShortlistView": Told(later(
        "The best cells that keep their distance. Pick some and add them to the sites."), FIND),
    "AssumptionsPanel": Told(later(
        "The figures behind every reckoning: machines, prices, cuts, taxes, the way there. Each "
        "names its source until you type your own."), MONEY),
    "MoneyCard": Told(later(
        "One answer about money under its question; estimates are pale, unknown is a word."),
        MONEY),
    "SceneList": Told(later(
        "Scenes in the order in which they are shown: each keeps a part of the map, a day, a "
        "scenario and a chart."), SCENES),
    "Stage": Told(later("The scene as an audience will see it, with today's figures."), SCENES),
    "NotesField": Told(later(
        "Notes for the speaker; the audience does not see them."), SCENES),
    "ScenesPlace": Told(later(
        "Prepare what you will show: take a scene, name its finding, set its order, present."),
        SCENES),
    "MessageBar": Told(later(
        "What was done or went wrong: what, where, and what to do. Details can be copied."),
        "trouble"),
    "StateBar": Told(later(
        "Something about the project that holds until it is mended, and the ways out."), PROJECTS),
    "MissingPack": Told(later(
        "The region of the project is not on this computer; the project itself is whole."),
        PROJECTS),
}  # fmt: skip
"""By the class of the part; a control inside it that has no text of its own takes its part's."""
COMMANDS: dict[str, Told] = {
    "new": Told(later(
        "Begins a project: choose the region, a day, the scenario and where the sites come from."),
        PROJECTS),
    "open": Told(later("Opens a project file, or a packed project."), PROJECTS),
    "sample": Told(later("Opens the worked sample: a move out of Xinjiang in 2021."), START),
    "reopen_last": Told(later(
        "When ticked, the program starts with the project that was open last."), PROJECTS),
    "pin_project": Told(later(
        "Keeps this project at the head of the recent ones."), PROJECTS),
    "save": Told(later(
        "Writes the project to its file, whole or not at all; three older versions are kept."),
        PROJECTS),
    "save_as": Told(later("Writes the project to another file."), PROJECTS),
    "save_template": Told(later(
        "Keeps the study under a name from which new projects can begin."), PROJECTS),
    "pack_project": Told(later(
        "Writes the project and its own layers as one file, to be sent or kept."), PROJECTS),
    "rename_project": Told(later("Gives the project another title."), PROJECTS),
    "recover": Told(later(
        "Shows work that was kept aside when the program ended without saving."), PROJECTS),
    "add_sites": Told(later(
        "Takes sites from a table or a layer: CSV, Excel, GeoPackage, KML and others."), OFFERS),
    "paste_sites": Told(later("Takes rows that were copied in a spreadsheet as sites."), OFFERS),
    "add_layer": Told(later(
        "Lays a layer of yours over the region: lines, stations, areas to avoid."), "formats"),
    "export": Told(later(
        "Writes the ranked list in a form of your choice; every number keeps its source."),
        EXPORT),
    "quit": Told(later("Closes the program; unsaved changes are asked about."), PROJECTS),
    "undo": Told(later("Takes the last step back; there is no limit."), PROJECTS),
    "redo": Told(later("Takes a step again that was taken back."), PROJECTS),
    "copy": Told(later(
        "Copies what holds the focus: rows as a table, a chart or the map as a picture."), EXPORT),
    "copy_picture": Told(later("Copies the view that holds the focus as a picture."), EXPORT),
    "save_picture": Told(later("Writes a view as PNG, SVG or PDF."), EXPORT),
    "history": Told(later("Lists all steps; click one to go back or forth to it."), PROJECTS),
    "search": Told(later("Leads to the search box, which finds sites, places and commands."),
        KEYS),
    "pin": Told(later("Keeps the picked sites at the head of the ranking."), COMPARE),
    "reset_all": Told(later(
        "Gives criteria, gates and method of this scenario their defaults again."), WEIGH),
    "compare": Told(later("Map, criteria, ranking and charts of the sites at hand."), COMPARE),
    "money": Told(later("What each site costs and earns, and under which assumptions."), MONEY),
    "find": Told(later("Scores the whole region and suggests places that are not on the list."),
        FIND),
    "scenes": Told(later("Prepares what is shown to an audience, scene by scene."), SCENES),
    "present": Told(later("Shows the scenes full screen, from the first one."), SCENES),
    "present_here": Told(later("Shows the scenes full screen, from the one that is picked."),
        SCENES),
    "take_scene": Told(later(
        "Keeps map, day, scenario and chart as they are on show now as a scene."), SCENES),
    "show_criteria": Told(later("Shows or hides the criteria."), WEIGH),
    "show_ranking": Told(later("Shows or hides the ranking."), COMPARE),
    "show_card": Told(later("Shows or hides the card that explains the picked site."), COMPARE),
    "show_timeline": Told(later("Shows or hides the line of days under the map."), LAW),
    "show_charts": Told(later("Shows or hides the charts."), COMPARE),
    "facts": Told(later(
        "Lists tariffs, rules and rates that hold on the day, with sources, and takes yours."),
        LAW),
    "home": Told(later("Shows the whole region on the map."), COMPARE),
    "add_bookmark": Told(later(
        "Keeps the part of the map in sight under a name, to come back to it."), COMPARE),
    "tint": Told(later(
        "Asks in how many classes and in which colours prices are drawn on the map."),
        "tasks/map"),
    "zoom_selection": Told(later("Brings the picked sites into view."), COMPARE),
    "switch_theme": Told(later("Turns from the light look to the dark one, or back."), START),
    "system_theme": Told(later("Follows the look that the system has."), START),
    "high_contrast": Told(later("Strong lines and letters on black."), START),
    "other_eyes": Told(later(
        "Shows the window as people see it who tell few colours apart, and as a grey print."),
        START),
    "less_motion": Told(later("Lets nothing glide or fade: views change at once."), START),
    "reset_layout": Told(later("Lets all parts lie as in a new window."), START),
    "add_scenario": Told(later("Makes a copy of this scenario to be changed."), COMPARE),
    "rename_scenario": Told(later("Gives this scenario another name."), COMPARE),
    "remove_scenario": Told(later("Takes this scenario out; undo brings it back."), COMPARE),
    "compare_scenarios": Told(later(
        "Sets two scenarios side by side: weights, ranks, and what moved."), COMPARE),
    "set_weights": Told(later(
        "Finds weights by asking: by order, swings, pairs, trade-offs, or several people."),
        WEIGH),
    "add_criterion": Told(later("Adds a measure to what counts in this scenario."), WEIGH),
    "own_measure": Told(later(
        "Makes a measure out of a column, typed values or an expression."), WEIGH),
    "add_gate": Told(later("Demands a bound on any measure; what misses it is not ranked."),
        WEIGH),
    "manual": Told(later("Opens the manual at the page of what is on the screen; no network."),
        START),
    "first_steps": Told(later("Opens the first page of the manual: five minutes to a list."),
        START),
    "tour": Told(later("Points at the five parts that matter, one after the other."), START),
    "welcome": Told(later("Shows the first card again: sample, tour, new project, language."),
        START),
    "whats_this": Told(later(
        "Click a part of the window to read what it is for; twice tells of what holds the focus."),
        KEYS),
    "keys": Told(later("Lists all keys, and lets you give commands others."), KEYS),
    "sources": Told(later(
        "Names the sources of the region's data, their licences, and how much they cover."),
        "data"),
    "log_folder": Told(later(
        "Opens the folder with the last messages of the program; no name or place is in them."),
        "privacy"),
    "report": Told(later(
        "Gathers what helps to mend a fault, shows all of it to you, and writes it to a file."),
        "trouble"),
}  # fmt: skip
"""By the key of the command."""
