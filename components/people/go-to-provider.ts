/**
 * Leaves for the provider's sign-in page. By script and not by a form, because our pages allow forms to lead to this site
 * alone. False where it cannot be reached; then nothing has happened.
 */
export async function goToProvider(next: string): Promise<boolean> {
  try {
    const { csrfToken } = await (await fetch("/api/auth/csrf")).json()
    const body = new URLSearchParams({ csrfToken, callbackUrl: next, json: "true" })
    const answer = await fetch("/api/auth/signin/oidc", { method: "POST", body })
    const { url } = await answer.json()
    // Back at this site already: the provider did not answer.
    if (new URL(url, location.href).origin === location.origin) return false
    location.assign(url)
    return true
  } catch {
    return false
  }
}
