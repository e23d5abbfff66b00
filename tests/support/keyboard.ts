import { expect, type Locator, type Page } from "@playwright/test"

/** More presses of Tab than any page of ours has places to stop at. */
const MOST_STOPS = 120

/** Presses Tab, as a person without a pointer does, until `target` has the focus. Fails where no Tab leads there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target.first()).toBeVisible()
  const isThere = () => target.first().evaluate((element) => element === document.activeElement)
  for (let press = 0; press < MOST_STOPS; press++) {
    if (await isThere()) return
    await page.keyboard.press("Tab")
  }
  throw new Error(`no Tab leads to ${target}`)
}

/** Tabs to a button or link and presses it. */
export async function pressKey(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

/** Tabs to a field and types. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.type(text)
}

/** Tabs into a group of radio buttons, wherever in it that leads, and walks on by arrow to the one wanted. */
export async function chooseRadio(page: Page, radio: Locator): Promise<void> {
  const name = await radio.getAttribute("name")
  const focused = () =>
    page.evaluate((wanted) => {
      const at = document.activeElement
      if (at?.getAttribute("name") !== wanted) return "elsewhere"
      return (at as HTMLInputElement).checked ? "on a chosen one" : "on one not chosen"
    }, name)
  const keys = { elsewhere: "Tab", "on a chosen one": "ArrowDown", "on one not chosen": "Space" }
  for (let press = 0; press < MOST_STOPS && !(await radio.isChecked()); press++)
    await page.keyboard.press(keys[await focused()])
  await expect(radio).toBeChecked()
}
