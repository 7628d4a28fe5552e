import type { RuleTester } from "oxlint/plugins-dev";

type AnyRule = Parameters<RuleTester["run"]>[1];

/** A lint rule; oxlint exports the shape only through its rule tester. */
export type Rule = Extract<AnyRule, { create: (context: never) => unknown }> & { createOnce?: never };
export type Context = Parameters<Rule["create"]>[0];
type Visitor = ReturnType<Rule["create"]>;

/** Any node of the syntax tree. */
export type Node = Parameters<NonNullable<Visitor[string]>>[0];
/** The node of one kind. */
export type NodeOf<K extends Node["type"]> = Extract<Node, { type: K }>;
