#pragma once

namespace stationer {

/// Which of the offered mechanisms signs in, where none is chosen by name.
enum class SignIn {
    Usual,        ///< as the station does where the channel is encrypted, the strongest in mode none
    AsTheStation, ///< the strongest only where the server offers none of the station's
    Strongest,
};

} // namespace stationer
