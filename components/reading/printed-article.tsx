"use client"

import { useRef } from "react"
import { Article } from "@/components/reading/article"
import { usePrintLines } from "@/components/reading/use-print-lines"

/** The text as it goes on paper: its lines are numbered while it is printed. */
export function PrintedArticle({ html, language, label }: { html: string; language: string; label: string }) {
  const article = useRef<HTMLDivElement>(null)
  usePrintLines(article)
  return <Article ref={article} html={html} language={language} label={label} />
}
