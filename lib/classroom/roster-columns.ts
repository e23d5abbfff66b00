/** What a column of a class list may hold. */
export type RosterColumn = "name" | "first" | "last" | "userName" | "email"

/** Which cell of a row holds what; counted from 0. Columns that are not here are passed over. */
export type RosterColumns = Partial<Record<RosterColumn, number>>

/** One filled row of a table. `row` counts from 1, as the spreadsheet or the editor shows it. */
export type TableRow = { row: number; cells: readonly string[] }

/** `width`: cells of the heading, up to its last filled one. */
export type TableHeading = { at: number; columns: RosterColumns; width: number }

/** Rows in which a heading is looked for: exports often begin with the school's name and a date. */
const SEARCHED = 10

const NAMES: Record<RosterColumn, string> = {
  name: "name names fullname studentname studentsname studentfullname student students pupil pupilname pupilsname learner learnername displayname participant nomcomplet nometprenom nombrecompleto nombreyapellidos vollstandigername",
  first:
    "first firstname firstnames forename forenames given givenname givennames studentfirstname studentfirst legalfirstname preferredfirstname prenom prenoms vorname vornamen nombre nombres nome primeironome",
  last: "last lastname lastnames surname surnames family familyname familynames studentlastname studentlast legallastname nom nomdefamille nachname familienname apellido apellidos cognome sobrenome",
  userName:
    "username user login loginname loginid account accountname samaccountname sisloginid benutzername identifiant usuario nomdutilisateur",
  email:
    "email emails emailaddress mail mailaddress studentemail studentemailaddress schoolemail schoolemailaddress emailprimary primaryemail userprincipalname adressemail adresseemail courriel correo correoelectronico mailadresse emailadresse",
}

const COLUMN_OF = new Map(
  Object.entries(NAMES).flatMap(([column, names]) =>
    names.split(" ").map((name) => [name, column as RosterColumn] as const),
  ),
)

/** "E-Mail-Adresse", "Prénom" and "Student's name (full)" in one spelling: letters alone, without accents or brackets. */
const plainHeading = (cell: string): string =>
  cell
    .normalize("NFKD")
    .replace(/\([^()]*\)/g, "")
    .toLowerCase()
    .replace(/[^a-z]/g, "")

/**
 * The heading of a table: of its first rows, the one that names most columns we know, a name among them. Null where none
 * does. Of two columns for one thing the first counts.
 */
export function findHeading(rows: readonly TableRow[]): TableHeading | null {
  let best: (TableHeading & { known: number }) | null = null
  for (const [at, { cells }] of rows.slice(0, SEARCHED).entries()) {
    const columns = columnsOf(cells)
    const known = Object.keys(columns).length
    if (!isHeading(columns, cells, at === 0)) continue
    const width = cells.findLastIndex((cell) => cell.trim() !== "") + 1
    if (!best || known > best.known) best = { at, columns, known, width }
  }
  return best && { at: best.at, columns: best.columns, width: best.width }
}

function columnsOf(cells: readonly string[]): RosterColumns {
  const columns: RosterColumns = {}
  for (const [index, cell] of cells.entries()) {
    const column = COLUMN_OF.get(plainHeading(cell))
    if (column && columns[column] === undefined) columns[column] = index
  }
  return columns
}

/** A single word we know proves little further down, where somebody may be called "First": there it must stand alone. */
function isHeading(columns: RosterColumns, cells: readonly string[], isFirstRow: boolean): boolean {
  const known = Object.keys(columns).length
  if (columns.name === undefined && columns.first === undefined && columns.last === undefined) return false
  return known > 1 || isFirstRow || cells.filter((cell) => cell.trim() !== "").length === 1
}
