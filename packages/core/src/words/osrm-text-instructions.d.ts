/** The part of osrm-text-instructions 0.15 that `words/instruction.ts` uses; the package ships no types. */
declare module 'osrm-text-instructions' {
  export interface OsrmStep {
    name: string
    maneuver: { type: string; modifier?: string; bearing_after?: number }
  }

  export interface CompileOptions {
    legIndex?: number
    legCount?: number
    waypointName?: string
    /** Called with each token's value, after grammar: `name`, then `way_name`, `waypoint_name`, `direction` … */
    formatToken?: (token: string, value: string) => string
  }

  export interface Compiler {
    /** Throws for an unknown language or a missing modifier; writes to the console for an unknown type. */
    compile(language: string, step: OsrmStep, options?: CompileOptions): string
    /** The name with the article or preposition its language wants; unchanged when no rule fits. */
    grammarize(language: string, name: string, grammar: 'article' | 'preposition' | 'arrival'): string
    capitalizeFirstLetter(language: string, text: string): string
  }

  export default function osrmTextInstructions(version: 'v5'): Compiler
}
