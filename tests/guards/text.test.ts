import { expect, it } from "vitest"
import { guardsText } from "./text"

it("the page counts what was noticed, and lists what was not with its reason or the lack of one", () => {
  const guard = (id: string, text: string) => ({ id, kind: "refusal" as const, text })
  const hidden = guard("lib/a.ts#0a1b2c3d.1", "isHidden")
  const page = guardsText(
    [
      hidden,
      guard("lib/a.ts#0a1b2c3d.3", "a || b"),
      guard("lib/b.ts#0a1b2c3d.2", "isLate"),
      guard("lib/c.ts#0a1b2c3d.1", "isNew"),
    ],
    [
      { guard: hidden, asked: 1, of: 4, noticed: true },
      { guard: guard("lib/a.ts#0a1b2c3d.3", "a || b"), asked: 4, of: 4, noticed: false },
      { guard: guard("lib/b.ts#0a1b2c3d.2", "isLate"), asked: 0, of: 0, noticed: false },
    ],
    [{ file: "lib/b.ts", text: "isLate", why: "The statement asks again." }],
  )
  expect(page).toContain("| Conditions on which somebody is refused | 4 | 3 | 1 | 1 | 1 |")
  expect(page).toContain("| lib/a.ts | `a \\|\\| b` | 4 | **not explained** |")
  expect(page).toContain("| lib/b.ts | `isLate` | 0 | The statement asks again. |")
})
