/** The types of calls: what each takes and answers, as the contract has it. */
import type { ParamsOption } from 'openapi-fetch'
import type { components, paths } from './generated/openapi.ts'

export type Schemas = components['schemas']

type Method = 'get' | 'post' | 'put' | 'delete'

/** Paths that have this method. */
export type PathWith<M extends Method> = {
  [Path in keyof paths]: paths[Path] extends { [method in M]: object } ? Path : never
}[keyof paths]

type Operation<Path extends keyof paths, M extends Method> = paths[Path] extends {
  [method in M]: infer Found
}
  ? Found
  : never

/** In any of the media types that the call takes; what is no JSON wants its `Content-Type` among the headers. */
type BodyOption<Op> = Op extends { requestBody: { content: infer Content } }
  ? { body: Sent<Content[keyof Content]> }
  : Op extends { requestBody?: { content: infer Content } }
    ? { body?: Sent<Content[keyof Content]> }
    : { body?: never }

/** A text may be in another encoding: bytes. */
type Sent<Body> = Body extends string ? string | Uint8Array | Blob : Body

interface CallSettings {
  headers?: Record<string, string>
  signal?: AbortSignal
}

/** `params` and `body` as in openapi-fetch, and what is ours. */
export type CallOptions<Path extends keyof paths, M extends Method> = ParamsOption<Operation<Path, M>> &
  BodyOption<Operation<Path, M>> &
  CallSettings

/** The options may be left out where none is needed. */
export type CallArguments<Options> =
  Record<never, never> extends Options ? [options?: Options] : [options: Options]

type Success = 200 | 201 | 202 | 203 | 204

type SuccessOf<Op> = Op extends { responses: infer Answers }
  ? Answers[Extract<keyof Answers, Success>]
  : never

/** Bodies of all successes by media type; a union of them. */
type ContentOf<Answer> = Answer extends { content: infer Content } ? Content : never

type KeyOf<Union> = Union extends unknown ? keyof Union : never

/** Media types of what a call answers. */
export type FormOf<Path extends keyof paths, M extends Method> = Extract<
  KeyOf<ContentOf<SuccessOf<Operation<Path, M>>>>,
  string
>

type BodyAs<Content, Form> = Content extends unknown
  ? Form extends keyof Content
    ? Form extends `${string}json`
      ? Content[Form]
      : Form extends `text/${string}` | `${string}xml`
        ? string
        : Blob
    : never
  : never

/** JSON where there is some; else the only form there is. */
type DefaultForm<Form> = 'application/json' extends Form
  ? 'application/json'
  : 'application/geo+json' extends Form
    ? 'application/geo+json'
    : Form

/** What a call answers in a form; `undefined` where it answers nothing (204). */
export type AnswerAs<Path extends keyof paths, M extends Method, Form> = [
  ContentOf<SuccessOf<Operation<Path, M>>>,
] extends [never]
  ? undefined
  : BodyAs<ContentOf<SuccessOf<Operation<Path, M>>>, Form>

/** What a call answers when no form is asked for. */
export type Answer<Path extends keyof paths, M extends Method> = AnswerAs<
  Path,
  M,
  DefaultForm<FormOf<Path, M>>
>

/** Lists that come page by page. */
export type PagedPath = {
  [Path in PathWith<'get'>]: 'cursor' extends QueryOf<Operation<Path, 'get'>> ? Path : never
}[PathWith<'get'>]

/** Names in the query of a call. */
type QueryOf<Op> = Op extends { parameters: { query?: infer Query } }
  ? [NonNullable<Query>] extends [never]
    ? never
    : keyof NonNullable<Query>
  : never

type ListIn<Page> = Page extends { next: string | null }
  ? { [Key in keyof Page]: Page[Key] extends (infer Item)[] ? Item : never }[keyof Page]
  : never

/** One of a list. */
export type ItemOf<Path extends PagedPath> = ListIn<Answer<Path, 'get'>>
