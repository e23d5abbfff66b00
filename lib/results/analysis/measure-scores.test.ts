import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fraction } from "@/lib/quiz/fraction"
import { standardError } from "./measure-quiz"
import { measureScores } from "./measure-scores"
import { alphaOf } from "./reliability"
import type { Cell, ScoreTable } from "./score-table"

const points = (value: number): Cell => fraction(Math.round(value * 100), 100)

const tableOf = (rows: readonly (readonly (number | Cell)[])[], most?: readonly number[]): ScoreTable => ({
  columns: (rows[0] ?? []).map((_, at) => ({
    id: `i${at}`,
    most: most ? fraction(most[at] ?? 0, 1) : null,
  })),
  rows: rows.map((cells, at) => ({
    id: `s${at}`,
    cells: cells.map((cell) => (typeof cell === "number" ? points(cell) : cell)),
  })),
})

/**
 * Ten students, ten items: K. L. Wuensch, "The Kuder-Richardson 20" (East Carolina University, StatHelp/KR20.txt),
 * printed there with p, q and pq of each item and the variance of the totals, 5.84.
 */
const WUENSCH = [
  [1, 1, 1, 1, 1, 1, 0, 1, 1, 0],
  [1, 0, 1, 1, 0, 1, 1, 1, 0, 1],
  [1, 1, 1, 1, 0, 1, 1, 0, 0, 1],
  [0, 0, 1, 0, 0, 0, 1, 0, 0, 0],
  [0, 0, 0, 0, 0, 1, 0, 0, 1, 0],
  [1, 1, 1, 0, 1, 1, 1, 1, 1, 1],
  [1, 1, 0, 1, 1, 1, 0, 1, 1, 1],
  [1, 1, 1, 1, 1, 1, 1, 1, 0, 1],
  [0, 1, 0, 1, 1, 1, 1, 1, 0, 1],
  [1, 1, 0, 1, 1, 0, 1, 1, 1, 0],
]

/** Twelve students, five items of 2, 1, 1, 4 and 1 points, with parts of points. */
const PARTS = [
  [2, 1, 0.5, 3, 1],
  [1, 0, 1, 2.25, 0],
  [2, 1, 1, 4, 1],
  [0, 0, 0, 1, 0],
  [1.5, 1, 0.5, 2, 1],
  [2, 0, 1, 3.5, 1],
  [0.5, 1, 0, 0, 0],
  [1, 1, 0.5, 1.75, 1],
  [2, 1, 1, 4, 0],
  [0, 0, 0.5, 0.25, 1],
  [1, 1, 0, 2, 0],
  [1.5, 0, 0.5, 3, 1],
]

describe("published examples", () => {
  const { quiz, items } = measureScores(tableOf(WUENSCH))

  it("has the difficulties and the variance that Wuensch prints, and so his KR-20", () => {
    expect(items.map(({ share }) => share)).toEqual([0.7, 0.7, 0.6, 0.7, 0.6, 0.8, 0.7, 0.7, 0.5, 0.6])
    // 5.84 is over n; ours is over n − 1.
    expect((quiz.sd ?? 0) ** 2 * 0.9).toBeCloseTo(5.84, 9)
    expect(quiz.reliability).toMatchObject({ kind: "kr20", items: 10, n: 10 })
    expect(quiz.reliability?.value).toBeCloseTo((10 / 9) * (1 - 2.18 / 5.84), 9)
  })

  it("has the alpha of Bland and Altman, BMJ 314 (1997), 572: ten items, 11.16 and 77.44, alpha 0.95", () => {
    expect(alphaOf({ items: 10, itemVariances: 11.16, totalVariance: 77.44 })).toBeCloseTo(0.95, 2)
  })
})

/*
 * Figures of R 4.2.2 with psych 2.2.9 (Debian r-base-core, r-cran-psych), printed with sprintf("%.17g"):
 *   a <- psych::alpha(m, check.keys = FALSE); a$total$raw_alpha; a$item.stats$r.drop
 *   cor.test(m[, i], rowSums(m[, -i]))$conf.int
 *   mean(rowSums(m)); sd(rowSums(m)); sd(rowSums(m)) * sqrt(1 - a$total$raw_alpha)
 *   prop.test(right, n, correct = FALSE)$conf.int
 */
describe("figures of another program, to 1e-9", () => {
  const close = (ours: number | null | undefined, theirs: number) =>
    expect(Math.abs((ours ?? Number.NaN) - theirs)).toBeLessThan(1e-9)

  it("agrees on right or wrong items", () => {
    const { quiz, items } = measureScores(tableOf(WUENSCH))
    close(quiz.reliability?.value, 0.69634703196347025)
    close(quiz.mean, 6.6)
    close(quiz.sd, 2.5473297566057065)
    close(quiz.standardError, 1.4036988175425562)
    const theirs = [
      [0.70588915438579902, 0.13727361465618293, 0.92458638566398343],
      [0.70588915438579902, 0.13727361465618293, 0.92458638566398343],
      [0, -0.62962630038832934, 0.62962630038832934],
      [0.47358919921934456, -0.22233341653860636, 0.84981429177264678],
      [0.58387420812114221, -0.072349342648969764, 0.88730659041048521],
      [0.28614654455582766, -0.41896225376928603, 0.77596992127968911],
      [-0.027444509554644142, -0.64590963038952132, 0.61277033040784468],
      [0.70588915438579902, 0.13727361465618293, 0.92458638566398343],
      [-0.12361284651454936, -0.69884788633159534, 0.5487202994892677],
      [0.47586686726680061, -0.21953662131520577, 0.85062912072784025],
    ] as const
    for (const [at, [r, low, high]] of theirs.entries()) {
      close(items[at]?.itemRest?.r, r)
      close(items[at]?.itemRest?.interval?.low, low)
      close(items[at]?.itemRest?.interval?.high, high)
    }
    close(items[0]?.interval?.low, 0.39677814746114537)
    close(items[0]?.interval?.high, 0.89220873259369904)
  })

  it("agrees on items with parts of points", () => {
    const { quiz, items } = measureScores(tableOf(PARTS, [2, 1, 1, 4, 1]))
    expect(quiz).toMatchObject({ n: 12, possible: 9, lowest: 1, highest: 9, reliability: { kind: "alpha" } })
    close(quiz.reliability?.value, 0.72292306686711549)
    close(quiz.mean, 5.145833333333333)
    close(quiz.sd, 2.6914391497802246)
    close(quiz.standardError, 1.416722369671374)
    const theirs = [
      [0.94530114653429786, 0.81181974048503558, 0.9848901497037621, 1.2083333333333333 / 2],
      [0.15942205094550449, -0.45622033862127337, 0.67185401551462465, 0.58333333333333337],
      [0.64702569769032325, 0.11631535672936254, 0.89032408041798738, 0.54166666666666663],
      [0.78679792149348882, 0.38817432420525311, 0.93741490207147615, 2.2291666666666665 / 4],
      [0.28711729925858454, -0.34336260617472625, 0.73921347641691282, 0.58333333333333337],
    ] as const
    for (const [at, [r, low, high, share]] of theirs.entries()) {
      close(items[at]?.itemRest?.r, r)
      close(items[at]?.itemRest?.interval?.low, low)
      close(items[at]?.itemRest?.interval?.high, high)
      close(items[at]?.share, share)
    }
    expect(items.map(({ scale }) => scale)).toEqual([
      "shares",
      "rightWrong",
      "shares",
      "shares",
      "rightWrong",
    ])
    expect(items.map(({ interval }) => interval === null)).toEqual([true, false, true, true, false])
  })
})

describe("what cannot be said", () => {
  it("says nothing about nobody, and little about one", () => {
    for (const rows of [[], [[1, 0]]]) {
      const { quiz, items } = measureScores({ ...tableOf(rows), columns: tableOf([[1, 0]]).columns })
      expect(quiz).toMatchObject({ mean: null, sd: null, bars: [], reliability: null, standardError: null })
      for (const item of items)
        expect(item).toMatchObject({ share: null, itemRest: null, itemRestMissing: "tooFew", groups: null })
    }
  })

  it("says that scores are alike where all are the same, whatever the parts add up in", () => {
    // 0.1 + 0.2 + 0.3 and 0.3 + 0.2 + 0.1 differ as floating-point numbers.
    const rows = Array.from({ length: 12 }, (_, at) => (at % 2 ? [0.1, 0.2, 0.3] : [0.3, 0.2, 0.1]))
    const { quiz, items } = measureScores(tableOf(rows, [1, 1, 1]))
    expect(quiz).toMatchObject({ sd: 0, reliability: null, reliabilityMissing: "alike" })
    expect(items[1]).toMatchObject({ itemRest: null, itemRestMissing: "alike", groupsMissing: "alike" })
    expect(items[0]?.itemRest?.r).toBe(-1)
    expect(items[0]?.itemRest?.interval).toBeNull()
  })

  it("needs two items, and ten students with all of them", () => {
    const rows = (count: number) => WUENSCH.slice(0, count)
    expect(measureScores(tableOf(rows(9))).quiz.reliabilityMissing).toBe("tooFew")
    expect(measureScores(tableOf(WUENSCH.map(([one = 0]) => [one]))).quiz.reliabilityMissing).toBe("oneItem")
    const drawn = WUENSCH.map((row, at) => row.map((cell, item) => (item === at ? "absent" : cell)))
    const { quiz } = measureScores(tableOf(drawn))
    expect(quiz).toMatchObject({ n: 10, reliability: null, reliabilityMissing: "incomplete" })
    expect(quiz.mean).not.toBeNull()
  })

  it("leaves whoever waits out of totals, and an item that nobody has a score in out of everything", () => {
    const rows = [...WUENSCH, WUENSCH[0] ?? []].map((row, at) => [
      ...row,
      "waiting" as const,
      at ? 1 : "waiting",
    ])
    const { quiz, items } = measureScores(tableOf(rows as (number | Cell)[][]))
    expect(quiz).toMatchObject({ n: 10, waiting: 1, reliability: { items: 11, n: 10 } })
    expect(items[10]).toMatchObject({ n: 0, waiting: 11, share: null, itemRestMissing: "tooFew" })
  })

  it("counts a blank as no points of the total and as no answer of the item", () => {
    const rows = WUENSCH.map((row, at) => row.map((cell, item) => (at === 3 && item === 0 ? "blank" : cell)))
    const { quiz, items } = measureScores(tableOf(rows as (number | Cell)[][]))
    expect(quiz.mean).toBe(6.6)
    expect(items[0]).toMatchObject({ n: 9, blank: 1, right: 7, itemRestMissing: "tooFew" })
  })

  it("has no standard error below zero reliability", () => {
    expect(standardError(2, -0.1)).toBeNull()
    expect(standardError(2, 1)).toBe(0)
  })

  it("takes points below zero", () => {
    const rows = WUENSCH.map((row) => row.map((cell) => (cell ? 1 : -0.25)))
    const { quiz, items } = measureScores(tableOf(rows, Array(10).fill(1)))
    expect(quiz.lowest).toBe(0)
    expect(quiz.reliability).toMatchObject({ kind: "alpha" })
    expect(quiz.reliability?.value).toBeCloseTo(0.69634703196347025, 9)
    expect(items[0]).toMatchObject({ scale: "shares", right: 7 })
  })

  it("takes ten thousand students", () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => WUENSCH[at % 10] ?? [])
    const { quiz, items } = measureScores(tableOf(rows))
    expect(quiz.reliability?.value).toBeCloseTo(0.69634703196347025, 9)
    expect(items[0]?.groups?.part).toBe("tail")
  })
})

const score = fc.integer({ min: -200, max: 400 }).map((hundredths) => fraction(hundredths, 100))
const someCell = fc.oneof(
  { weight: 9, arbitrary: score },
  fc.constantFrom<Cell>("blank", "waiting", "absent"),
)
const someTable = fc
  .record({ students: fc.integer({ min: 0, max: 24 }), items: fc.integer({ min: 1, max: 6 }) })
  .chain(({ students, items }) =>
    fc.record({
      most: fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { minLength: items, maxLength: items }),
      cells: fc.array(fc.array(someCell, { minLength: items, maxLength: items }), {
        minLength: students,
        maxLength: students,
      }),
    }),
  )
  .map(
    ({ most, cells }): ScoreTable => ({
      columns: most.map((one, at) => ({ id: `i${at}`, most: one === null ? null : fraction(one, 1) })),
      rows: cells.map((own, at) => ({ id: `s${at}`, cells: own })),
    }),
  )

const numbersIn = (value: unknown): number[] =>
  typeof value === "number"
    ? [value]
    : value && typeof value === "object"
      ? Object.values(value).flatMap(numbersIn)
      : []

describe("any table", () => {
  it("gives finite numbers within their bounds", () => {
    fc.assert(
      fc.property(someTable, (table) => {
        const { quiz, items } = measureScores(table)
        expect(numbersIn({ quiz, items }).every(Number.isFinite)).toBe(true)
        expect(quiz.bars.reduce((sum, { count }) => sum + count, 0)).toBe(quiz.bars.length ? quiz.n : 0)
        if (quiz.reliability) expect(quiz.reliability.value).toBeLessThanOrEqual(1)
        for (const { itemRest, interval, groups } of items) {
          if (itemRest) expect(Math.abs(itemRest.r)).toBeLessThanOrEqual(1)
          if (itemRest?.interval) {
            expect(itemRest.interval.low).toBeLessThanOrEqual(itemRest.r)
            expect(itemRest.interval.high).toBeGreaterThanOrEqual(itemRest.r)
          }
          if (interval) expect(interval.low >= 0 && interval.high <= 1).toBe(true)
          if (groups) expect(groups.upper.filter((id) => groups.lower.includes(id))).toEqual([])
        }
      }),
    )
  })

  it("gives the same whatever the order of students and items", () => {
    const shuffled = someTable.chain((table) =>
      fc.record({
        table: fc.constant(table),
        rows: fc.shuffledSubarray([...table.rows], { minLength: table.rows.length }),
        places: fc.shuffledSubarray([...table.columns.keys()], { minLength: table.columns.length }),
      }),
    )
    const pick = <T>(list: readonly T[], places: readonly number[]) => places.map((at) => list[at] as T)
    const named = (table: ScoreTable) => {
      const { quiz, items } = measureScores(table)
      const sorted = items.map(({ groups, ...rest }) => ({
        ...rest,
        groups: groups && { ...groups, upper: [...groups.upper].sort(), lower: [...groups.lower].sort() },
      }))
      return { quiz, items: sorted.sort((a, b) => a.id.localeCompare(b.id)) }
    }
    fc.assert(
      fc.property(shuffled, ({ table, rows, places }) => {
        const other = {
          columns: pick(table.columns, places),
          rows: rows.map(({ id, cells }) => ({ id, cells: pick(cells, places) })),
        }
        expect(named(other)).toEqual(named(table))
      }),
    )
  })

  it("moves the mean and nothing that relates when everybody gets the same on top", () => {
    const full = fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 }), {
      minLength: 10,
      maxLength: 30,
    })
    fc.assert(
      fc.property(full, fc.integer({ min: 1, max: 9 }), (rows, more) => {
        const before = measureScores(tableOf(rows, [9, 9, 9, 9]))
        const after = measureScores(
          tableOf(
            rows.map(([first = 0, ...rest]) => [first + more, ...rest]),
            [9, 9, 9, 9],
          ),
        )
        expect(after.quiz.sd).toBe(before.quiz.sd)
        expect(after.quiz.reliability?.value).toBe(before.quiz.reliability?.value)
        expect(after.items.map(({ itemRest }) => itemRest)).toEqual(
          before.items.map(({ itemRest }) => itemRest),
        )
        expect(after.quiz.mean).toBeCloseTo((before.quiz.mean ?? 0) + more, 9)
      }),
    )
  })
})
