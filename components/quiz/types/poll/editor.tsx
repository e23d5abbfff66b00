"use client"

import type { TypeEditorProps } from "@/components/quiz/editor/editor-props"
import { OptionsEditor } from "@/components/quiz/editor/options-editor"

/** Words alone: the level of a poll leaves nothing to mark as right. */
export const PollEditor = (props: TypeEditorProps) => <OptionsEditor {...props} />
