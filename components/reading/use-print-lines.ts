"use client"

import { type RefObject, useEffect } from "react"

/** Numbers every fifth line of the article on paper, counted through, as long as a print is being made. */
export function usePrintLines(article: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const add = () => article.current && addLineNumbers(article.current)
    const remove = () => {
      for (const numbers of article.current?.querySelectorAll(".line-numbers") ?? []) numbers.remove()
    }
    addEventListener("beforeprint", add)
    addEventListener("afterprint", remove)
    return () => {
      removeEventListener("beforeprint", add)
      removeEventListener("afterprint", remove)
    }
  }, [article])
}

const EVERY = 5

/** The text is set once more out of sight, as wide as on paper, because the paper itself cannot be measured. */
function addLineNumbers(article: HTMLElement): void {
  const paper = article.cloneNode(true) as HTMLElement
  for (const host of paper.querySelectorAll(".pin-host, .line-numbers")) host.remove()
  paper.classList.add("article-paper")
  article.parentElement?.append(paper)
  const height = Number.parseFloat(getComputedStyle(paper).lineHeight)
  const counts = [...paper.querySelectorAll("p")].map((one) =>
    Math.round(one.getBoundingClientRect().height / height),
  )
  paper.remove()
  let line = 0
  for (const [at, paragraph] of [...article.querySelectorAll("p")].entries()) {
    paragraph.append(numbersOf(line, counts[at] ?? 0))
    line += counts[at] ?? 0
  }
}

/** Numbers for the lines of one paragraph, of which `before` lines came already. */
function numbersOf(before: number, count: number): HTMLElement {
  const numbers = document.createElement("span")
  numbers.className = "line-numbers"
  numbers.ariaHidden = "true"
  for (let line = 0; line < count; line++) {
    if ((before + line + 1) % EVERY !== 0) continue
    const number = document.createElement("span")
    number.style.setProperty("--line", String(line))
    number.textContent = String(before + line + 1)
    numbers.append(number)
  }
  return numbers
}
