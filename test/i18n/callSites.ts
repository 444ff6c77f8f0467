import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** A place in the source where a text is asked for. */
export interface CallSite {
  readonly place: string
  /** Matches every key that may be asked for there. */
  readonly pattern: RegExp
  /** Names of the holes that are filled; `null` when that cannot be read from the source. */
  readonly holes: readonly string[] | null
}

const ANY_STEP = '[^.]+'

/** Every call of `t` in the files below a folder. */
export function callSites(folder: string): readonly CallSite[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => callsIn(join(folder, name)))
}

function callsIn(path: string): CallSite[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const calls: CallSite[] = []
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) && node.expression.getText() === 't') {
      const [key, holes] = node.arguments
      for (const pattern of patternsOf(key!)) calls.push({ place: path, pattern, holes: namesIn(holes) })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return calls
}

function patternsOf(key: ts.Expression): RegExp[] {
  if (ts.isConditionalExpression(key)) return [...patternsOf(key.whenTrue), ...patternsOf(key.whenFalse)]
  if (ts.isStringLiteralLike(key)) return [exactly(escaped(key.text))]
  if (!ts.isTemplateExpression(key)) return []
  const rest = key.templateSpans.map(({ literal }) => ANY_STEP + escaped(literal.text)).join('')
  return [exactly(escaped(key.head.text) + rest)]
}

function namesIn(holes: ts.Expression | undefined): string[] | null {
  if (holes === undefined) return []
  if (!ts.isObjectLiteralExpression(holes)) return null
  return holes.properties.map(({ name }) => name?.getText() ?? '')
}

const exactly = (pattern: string) => new RegExp(`^${pattern}$`)
const escaped = (text: string) => text.replaceAll('.', '\\.')
