// Controls of a form that each hold one name of the state: sliders, choices, boxes. All are the browser's own, so that keys reach them.
import type { State } from "./address";

type Control = HTMLInputElement | HTMLSelectElement;

/** The values of a slider that does not go evenly, as data-steps="5 10 20 50". */
const stepsOf = (control: Control) => control.dataset.steps?.split(" ").map(Number);

function readControl(control: Control): number | string {
  if (control instanceof HTMLSelectElement || control.type === "radio") return control.value;
  if (control.type === "checkbox") return Number(control.checked);
  return stepsOf(control)?.[Number(control.value)] ?? Number(control.value);
}

function show(control: Control, value: number | string): void {
  if (control instanceof HTMLSelectElement) control.value = String(value);
  else if (control.type === "radio") control.checked = control.value === value;
  else if (control.type === "checkbox") control.checked = value === 1;
  else {
    const steps = stepsOf(control);
    control.value = String(steps ? steps.findIndex((step) => step >= Number(value)) : value);
  }
}

/**
 * @param form whose controls are named as the state's values are
 * @param text what a slider's value is called
 * @param onChange gets the name and the new value
 * @returns shows a state in the controls
 */
export function controlsOf<S extends State>(
  form: HTMLElement,
  text: (name: string, value: number | string, state: S) => string,
  onChange: (name: string, value: number | string) => void,
): (state: S) => void {
  const controls = [...form.querySelectorAll<Control>("input[name], select[name]")];
  for (const control of controls) {
    const steps = stepsOf(control);
    if (steps && control instanceof HTMLInputElement) control.max = String(steps.length - 1);
    control.addEventListener("input", () => onChange(control.name, readControl(control)));
  }
  return (state) => {
    for (const control of controls) {
      const value = state[control.name];
      if (value === undefined) continue;
      show(control, value);
      if (control.type !== "range") continue;
      const words = text(control.name, value, state);
      control.setAttribute("aria-valuetext", words);
      const beside = form.querySelector<HTMLElement>(`[data-for="${control.id}"]`);
      if (beside) beside.textContent = words;
    }
  };
}
