/** "$course$/top/Chapter 1" names a place below the course: ["Chapter 1"]. Two slashes are one in a name. */
export function pathOf(category: string): string[] {
  return category
    .trim()
    .split(/(?<!\/)\/(?!\/)/)
    .map((part) => part.replaceAll("//", "/").trim())
    .filter((part) => part !== "" && !/^\$\w+\$$/.test(part) && part !== "top")
}
