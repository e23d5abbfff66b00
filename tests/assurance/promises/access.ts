import type { AssuredPromise } from "../promise"

export const accessPromises: AssuredPromise[] = [
  {
    name: "nobody-where-they-dont-belong",
    promise: "Nobody reads or changes anything that is not theirs to read or change.",
    threat: "A class's work is opened by its address or id, past the page that would have led there.",
    run: {
      by: "integration",
      files: ["tests/integration/access/matrix.test.ts", "tests/integration/access/mixed-ids.test.ts"],
    },
  },
  {
    name: "nobody-sees-pages-of-others",
    promise: "Every page is seen by those it is for, whatever stands in front of the app.",
    threat: "Protection that stands in front of the app is stepped round.",
    run: { by: "browser", files: ["tests/e2e/access.spec.ts"] },
  },
  {
    name: "no-mutation-from-elsewhere",
    promise: "Nothing is changed by a page of another site, in the browser of somebody who is signed in.",
    threat: "A foreign page sends a form, or a request without an origin.",
    run: { by: "integration", files: ["tests/integration/access/origins.test.ts"] },
  },
  {
    name: "no-action-over-http-from-elsewhere",
    promise: "A page of another site cannot press our buttons, by whatever way its request comes in.",
    threat: "The framework lets a request without an origin through, or one of another scheme.",
    run: { by: "browser", files: ["tests/e2e/origins.spec.ts"] },
  },
  {
    name: "role-is-never-input",
    promise: "Nobody becomes somebody else, or more than they are, by saying so.",
    threat: "A request names a role, an owner or a person beside what it asks for.",
    run: { by: "integration", files: ["tests/integration/access/role-input.test.ts"] },
  },
  {
    name: "old-cookies-open-nothing",
    promise:
      "Whoever signs out, is taken out of a class or gets another part has no way back in from the same moment.",
    threat: "A session from before, on another device or in somebody else's hands, goes on.",
    run: { by: "integration", files: ["tests/integration/access/old-cookies.test.ts"] },
  },
]
