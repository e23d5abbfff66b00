import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime"
import {
  PathnameContext,
  PathParamsContext,
  SearchParamsContext,
} from "next/dist/shared/lib/hooks-client-context.shared-runtime"
import { NextIntlClientProvider } from "next-intl"
import { createElement, type FunctionComponent, type ReactNode } from "react"
import { renderToReadableStream } from "react-dom/server"
import { loadMessages } from "@/lib/platform/messages"
import { askWith } from "./next-in-process"

// The pages themselves, in this process. What Next makes of them for the browser is looked at in tests/e2e.

type Place = { assignmentId: string; prompts: readonly string[]; posts: readonly string[] }
type Asked = { params: Promise<Record<string, string>>; searchParams: Promise<Record<string, string>> }
type Query = Record<string, string>
type Address = {
  page: () => Promise<{ default: unknown }>
  params?: Record<string, string>
  search?: Query[]
}

const plain: Query[] = [{}]

/** Every page of a class that a student has, as each of its addresses. */
function addressesOf({ assignmentId, prompts, posts }: Place): Address[] {
  const ofAssignment = { assignmentId }
  const step = (page: Address["page"], search: Address["search"] = plain) => ({
    page,
    params: ofAssignment,
    search,
  })
  const post = posts[0] ?? ""
  const threads = prompts.flatMap((promptId): Address[] => {
    const params = { assignmentId, promptId }
    return [
      {
        page: () => import("@/app/a/[assignmentId]/discuss/[promptId]/page"),
        params,
        search: [{}, { answer: post }],
      },
      { page: () => import("@/app/a/[assignmentId]/discuss/[promptId]/map/page"), params },
    ]
  })
  return [
    { page: () => import("@/app/home/page") },
    { page: () => import("@/app/notices/page") },
    step(() => import("@/app/a/[assignmentId]/page")),
    step(() => import("@/app/a/[assignmentId]/stance/page"), [{}, { change: "1" }]),
    step(() => import("@/app/a/[assignmentId]/read/page")),
    step(() => import("@/app/a/[assignmentId]/quiz/page")),
    step(() => import("@/app/a/[assignmentId]/quiz/review/page")),
    step(() => import("@/app/a/[assignmentId]/results/page")),
    step(() => import("@/app/a/[assignmentId]/discuss/page"), [{}, { find: "think" }, { find: "zebra" }]),
    step(() => import("@/app/a/[assignmentId]/reflect/page"), [{}, { change: "1" }, { moved: "1" }]),
    {
      page: () => import("@/app/a/[assignmentId]/practice/[rehearsalId]/page"),
      params: { assignmentId, rehearsalId: post },
    },
    ...threads,
  ]
}

/** The HTML of each page as it comes to somebody with this cookie; where it leads away, whereto. */
export async function studentPages(cookie: string, place: Place): Promise<string[]> {
  askWith(cookie)
  const seen: string[] = []
  for (const { page, params = {}, search = plain } of addressesOf(place)) {
    const { default: Shown } = await page()
    for (const query of search)
      seen.push(
        await htmlOf(Shown, {
          params: Promise.resolve(params),
          searchParams: Promise.resolve(query),
        }),
      )
  }
  return seen
}

/** The results page alone. */
export async function resultsPage(cookie: string, assignmentId: string): Promise<string> {
  askWith(cookie)
  const { default: Shown } = await import("@/app/a/[assignmentId]/results/page")
  return htmlOf(Shown, {
    params: Promise.resolve({ assignmentId }),
    searchParams: Promise.resolve({}),
  })
}

/** The page of one practice alone. */
export async function practicePage(cookie: string, params: { assignmentId: string; rehearsalId: string }) {
  askWith(cookie)
  const { default: Shown } = await import("@/app/a/[assignmentId]/practice/[rehearsalId]/page")
  return htmlOf(Shown, { params: Promise.resolve(params), searchParams: Promise.resolve({}) })
}

async function htmlOf(page: unknown, asked: Asked): Promise<string> {
  try {
    const element = createElement(page as FunctionComponent<Asked>, asked)
    const stream = await renderToReadableStream(within(element), { onError: () => {} })
    await stream.allReady
    return await new Response(stream).text()
  } catch (error) {
    // Next's redirect, notFound and forbidden are thrown, and say in their digest what they are.
    const digest = error instanceof Error && "digest" in error ? String(error.digest) : null
    if (digest === null) throw error
    return digest
  }
}

const nowhere = () => {}
const router: AppRouterInstance = {
  back: nowhere,
  forward: nowhere,
  refresh: nowhere,
  push: nowhere,
  replace: nowhere,
  prefetch: nowhere,
  bfcacheId: "",
}

function within(page: ReactNode): ReactNode {
  const intl = { locale: "en", messages: loadMessages("en"), timeZone: "UTC", children: page }
  return createElement(
    AppRouterContext.Provider,
    { value: router },
    createElement(
      PathnameContext.Provider,
      { value: "/" },
      createElement(
        SearchParamsContext.Provider,
        { value: new URLSearchParams() },
        createElement(PathParamsContext.Provider, { value: {} }, createElement(NextIntlClientProvider, intl)),
      ),
    ),
  )
}
