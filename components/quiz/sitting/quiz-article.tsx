/** The article as it was made when its revision was written; escaped then, so it is set as it is. */
export function QuizArticle({ html, language }: { html: string; language: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped when the revision was written
  return <div lang={language} className="quiz-article" dangerouslySetInnerHTML={{ __html: html }} />
}
