"use client"

import type { TypeEditorProps } from "@/components/quiz/editor/editor-props"
import { OptionsEditor } from "@/components/quiz/editor/options-editor"

/** Options, and which is right where the level leaves that to say: not for a poll. */
export const SingleEditor = (props: TypeEditorProps) => <OptionsEditor {...props} />
