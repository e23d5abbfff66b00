"use client"

import type { TypeEditorProps } from "@/components/quiz/editor/editor-props"
import { OptionsEditor } from "@/components/quiz/editor/options-editor"

export const SingleEditor = (props: TypeEditorProps) => <OptionsEditor {...props} />
