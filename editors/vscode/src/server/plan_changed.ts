// plan_changed.ts: tells the server that this client wants to hear of plans that look different now.
import type { ClientCapabilities, FeatureState, StaticFeature } from 'vscode-languageclient/node'

export class PlanChanged implements StaticFeature {
  fillClientCapabilities(capabilities: ClientCapabilities): void {
    capabilities.experimental = { ...(capabilities.experimental as object), planls: { planChanged: true } }
  }

  initialize(): void {
    // Nothing to register.
  }

  getState(): FeatureState {
    return { kind: 'static' }
  }

  clear(): void {
    // Nothing was registered.
  }
}
