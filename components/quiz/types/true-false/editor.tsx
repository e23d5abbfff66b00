"use client"

import type { TypeEditorProps } from "@/components/quiz/editor/editor-props"
import { OptionsEditor } from "@/components/quiz/editor/options-editor"

/** The two words, of which the first stands for "true". */
export const TrueFalseEditor = (props: TypeEditorProps) => (
  <OptionsEditor {...props} hint="trueFalseHint" most={2} />
)
