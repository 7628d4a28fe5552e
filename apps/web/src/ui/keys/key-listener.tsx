"use client";

import { useEffect } from "react";
import { findBinding, keyName, startsSequence } from "./key-registry.ts";

const sequenceMilliseconds = 1_200;

type Pressed = { key: string; at: number };

const recentKey = (before: Pressed | null, now: number): string | null =>
  before !== null && now - before.at < sequenceMilliseconds ? before.key : null;

const isTaken = (event: KeyboardEvent): boolean => event.defaultPrevented || event.isComposing;

/** Enter on a link or button is theirs, wherever it stands. */
const isPress = (pressed: string, target: EventTarget | null): boolean =>
  pressed === "enter" && target instanceof Element && target.closest("a[href], button, summary") !== null;

const isHeard = (binding: { inFields?: boolean | undefined }, pressed: string, target: EventTarget | null): boolean =>
  binding.inFields === true || !(inField(target) || isPress(pressed, target));

const isBehindModal = (): boolean => document.querySelector("[data-modal]") !== null;

/** Listens once for the whole console; `single` false keeps single keys quiet (WCAG 2.1.4). */
export function KeyListener({ single }: { single: boolean }) {
  useEffect(() => {
    let before: Pressed | null = null;
    function press(event: KeyboardEvent) {
      if (isTaken(event)) return;
      const pressed = keyName(event);
      const recent = recentKey(before, event.timeStamp);
      before = null;
      const binding = findBinding(pressed, recent);
      const always = pressed.startsWith("ctrl+") || pressed === "escape";
      if (binding !== undefined && isHeard(binding, pressed, event.target) && (single || always)) {
        if (!always && isBehindModal()) return;
        event.preventDefault();
        binding.run();
        return;
      }
      if (single && !inField(event.target) && startsSequence(pressed)) before = { key: pressed, at: event.timeStamp };
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [single]);
  return null;
}

function inField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) && !isCheck(target)
  );
}

function isCheck(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement && (target.type === "checkbox" || target.type === "radio");
}
